// EasilyMixed: by sound, and by the groups of look-alikes that a pack gives.
#include <gtest/gtest.h>

#include "checks/term/easily_mixed.h"

namespace hegao {
namespace {

TEST(EasilyMixed, BySoundOrByGroup) {
  const EasilyMixed mixed({"己已巳 亨享", "末未"});
  EXPECT_TRUE(mixed(U'布', U'部')) << "read alike, in no group";
  EXPECT_TRUE(mixed(U'亨', U'享'));
  EXPECT_TRUE(mixed(U'享', U'亨')) << "either way";
  EXPECT_TRUE(mixed(U'己', U'巳')) << "all of a group";
  EXPECT_TRUE(mixed(U'未', U'末'));
  EXPECT_FALSE(mixed(U'己', U'末')) << "of two groups";
  EXPECT_FALSE(mixed(U'亨', U'孝'));
}

TEST(EasilyMixed, WithoutGroupsOnlySound) {
  const EasilyMixed mixed({});
  EXPECT_TRUE(mixed(U'资', U'知'));
  EXPECT_FALSE(mixed(U'亨', U'享'));
}

}  // namespace
}  // namespace hegao
