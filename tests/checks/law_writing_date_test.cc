// When a report was written, by what it says of itself.
#include <gtest/gtest.h>

#include "checks/law/writing_date.h"

namespace hegao {
namespace {

Facts On(int year, std::optional<Date> issued, std::optional<Date> published) {
  Facts f;
  f.report_year = year;
  if (issued) f.issue_date = DateLine{{}, *issued, true, IsValid(*issued)};
  f.publication_date = published;
  return f;
}

TEST(WritingDate, KnownOrARange) {
  const struct {
    std::optional<Date> issued, published;
    Date earliest, latest;
  } cases[] = {
      {Date{2024, 1, 9}, std::nullopt, {2024, 1, 9}, {2024, 1, 9}},
      {Date{2024, 1, 9}, Date{2024, 3, 1}, {2024, 1, 9}, {2024, 1, 9}},
      {std::nullopt, Date{2024, 3, 1}, {2024, 3, 1}, {2024, 3, 1}},
      {std::nullopt, std::nullopt, {2023, 12, 1}, {2024, 3, 31}},
      {Date{2023, 1, 9}, std::nullopt, {2023, 12, 1}, {2024, 3, 31}},  // last year’s, not changed
      {Date{2024, 2, 30}, std::nullopt, {2023, 12, 1}, {2024, 3, 31}},  // no such day
      {std::nullopt, Date{2026, 5, 1}, {2023, 12, 1}, {2026, 5, 1}},    // a page put up again
  };
  for (const auto& c : cases) {
    const auto w = WritingDateOf(On(2023, c.issued, c.published));
    ASSERT_TRUE(w);
    EXPECT_EQ(w->earliest, c.earliest);
    EXPECT_EQ(w->latest, c.latest);
  }
}

TEST(WritingDate, UnknownYear) { EXPECT_FALSE(WritingDateOf(Facts{})); }

TEST(WritingDate, SaysOnlyWhatIsSoOnEveryDay) {
  const WritingDate w{{2023, 12, 1}, {2024, 3, 31}};
  EXPECT_TRUE(w.SurelyBefore({2024, 4, 1}));
  EXPECT_FALSE(w.SurelyBefore({2024, 3, 31}));
  EXPECT_TRUE(w.SurelyFrom({2023, 12, 1}));
  EXPECT_FALSE(w.SurelyFrom({2023, 12, 2}));
}

}  // namespace
}  // namespace hegao
