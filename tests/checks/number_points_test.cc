// Which words of a text count points.
#include <gtest/gtest.h>

#include "../document/build.h"
#include "checks/number/points.h"
#include "text/fold.h"

namespace hegao {
namespace {

/// "一是 二是?": what was found; ? where it is a point only if the next one follows.
std::string Points(const std::string& text) {
  const auto doc = Build("a.txt", "清溪镇工作报告\n" + text + "\n");
  std::string out;
  for (const auto& p : FindPoints(doc)) {
    if (!out.empty()) out += ' ';
    out += std::string(doc.Text(p.folded)) + (p.soft ? "?" : "");
  }
  return out;
}

TEST(Points, Found) {
  const std::pair<const char*, const char*> kCases[] = {
      {"主要做法：一是学习；二是执法。", "一是 二是"},
      {"一要学习，二要执法。", "一要 二要"},
      {"第一，学习。第二，执法。", "第一 第二"},
      {"首先，学习。其次，执法。再次，普法。", "首先 其次 再次"},
      {"抓好：（1）学习；（2）执法。", "(1) (2)"},
      {"抓好：①学习；②执法。", "① ②"},
      {"抓好：1.学习。2.执法。", "1. 2."},
      {"其一，学习；其二，执法。", "其一 其二"},
      {"做到一是学习，二是执法。", "一是? 二是"},
      {"首先，学习。其次，执法。第三，普法。", "首先 其次 第三"},
      {"抓好：1.学习，2.执法。", "1. 2."},
      {"抓好：1）学习；2）执法。", "1) 2)"},
      {"入户一看证照，二看台账。", "一看? 二看"},
      {"第一步摸底，第二步整改。", "第一步 第二步"},
  };
  for (const auto& [text, expected] : kCases) EXPECT_EQ(Points(text), expected) << text;
}

TEST(Points, NotFound) {
  const char* const kCases[] = {
      "原因之一是力量不足。",
      "口径统一是前提。",
      "唯一是经费不足。",
      "程序合法，二是否合规？",
      "讲究一是一、二是二。",
      "第一、第二季度会议。",
      "第一书记到岗，第三产业发展。",
      "3.5万元，1.2万份。",
      "2、3季度各一次。",
      "三要素齐全，五要件具备。",
      "参照附件第（3）项。",
      "“三防”办、（三防）办。",
      "开展三抓三促行动。",
      "工作日，3、节假日，2、周末。",
  };
  for (const auto* text : kCases) EXPECT_EQ(Points(text), "") << text;
}

TEST(Points, LikeAnother) {
  const auto like = [](const char* text, std::uint32_t value) {
    const auto doc = Build("a.txt", std::string("清溪镇工作报告\n") + text + "\n");
    return PointLike(FindPoints(doc).back(), value);
  };
  EXPECT_EQ(like("一抓学习，二抓执法。", 3), "三抓");
  EXPECT_EQ(like("首先学习，其次执法，第四，普法。", 3), "第三");
  EXPECT_EQ(like("首先学习，其次执法。", 3), "再次");
  EXPECT_EQ(like("第一步学习，第二步执法。", 3), "第三步");
}

TEST(Points, TypedInAnotherWay) {
  EXPECT_TRUE(IsPointIn(Fold("；二要执法"), 2));
  EXPECT_TRUE(IsPointIn(Fold("；二、执法"), 2));
  EXPECT_TRUE(IsPointIn(Fold("；其次，执法"), 2));
  EXPECT_TRUE(IsPointIn(Fold("；第二，执法"), 2));
  EXPECT_FALSE(IsPointIn(Fold("党的二十大精神"), 2));
  EXPECT_FALSE(IsPointIn(Fold("两个二级单位"), 2));
}

}  // namespace
}  // namespace hegao
