#include "import/pdf/packed_streams.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>
#include <budgetdiff/import/pdf.hpp>

#include <string>

namespace budgetdiff::import {
namespace {

std::string packed(const std::string& plain) {
  uLongf size = compressBound(plain.size());
  std::string out(size, '\0');
  compress2(reinterpret_cast<Bytef*>(out.data()), &size,
            reinterpret_cast<const Bytef*>(plain.data()), plain.size(), 9);
  out.resize(size);
  return out;
}

std::string stream(const std::string& dictionary, const std::string& data) {
  return "4 0 obj\n<<" + dictionary + "/Length " + std::to_string(data.size()) + ">>\nstream\n" +
         data + "\nendstream\nendobj\n";
}

constexpr UnpackLimits small{1U << 20U, 4U << 20U, 6U << 20U};
const std::string flate = "/Filter/FlateDecode";

TEST(PackedStreams, MayUnpackToTheLimitAndNoFurther) {
  EXPECT_FALSE(overpacked_stream(stream(flate, packed(std::string(1U << 20U, ' '))), small));
  EXPECT_TRUE(overpacked_stream(stream(flate, packed(std::string((1U << 20U) + 1, ' '))), small));
  EXPECT_FALSE(overpacked_stream("", small));
  EXPECT_FALSE(overpacked_stream("stream", small));
  EXPECT_FALSE(overpacked_stream(stream(flate, "x\x9c broken"), small));
}

TEST(PackedStreams, AreMeasuredWhateverTheirDictionarySays) {
  const std::string bomb = packed(std::string(8U << 20U, ' '));
  for (const char* const dictionary : {"", "/Filter 9 0 R", "/Filter/Crypt",
                                       "/Filter[/FlateDecode]", "/Type/ObjStm/N 1/First 5"}) {
    EXPECT_TRUE(overpacked_stream(stream(dictionary, bomb), small)) << dictionary;
  }
}

TEST(PackedStreams, OfPicturesMayBeLarger) {
  const std::string picture = packed(std::string(3U << 20U, ' '));
  EXPECT_FALSE(overpacked_stream(stream("/Subtype/Image" + flate, picture), small));
  EXPECT_TRUE(overpacked_stream(stream("/Type/Font" + flate, picture), small));
}

TEST(PackedStreams, CountTogether) {
  std::string document;
  for (int i = 0; i < 8; ++i) {
    document += stream(flate, packed(std::string(1U << 20U, ' ')));
  }
  EXPECT_TRUE(overpacked_stream(document, small));
}

TEST(PackedStreams, AreNotPackedTwice) {
  const std::string twice = packed(packed(std::string(100U << 20U, ' ')));
  EXPECT_LT(twice.size(), 1000U);
  EXPECT_TRUE(overpacked_stream(stream("/Filter[/FlateDecode/FlateDecode]", twice), small));
  EXPECT_TRUE(overpacked_stream(stream("/Filter 9 0 R", twice), small));
}

TEST(PackedStreams, OfObjectsAreMeasurable) {
  EXPECT_TRUE(
      overpacked_stream(stream("/Type/ObjStm/Filter[/ASCII85Decode/FlateDecode]", "Gap@"), small));
  EXPECT_TRUE(overpacked_stream(
      stream("/Type/ObjStm" + flate, std::string(300'000, '?')) + "trailer<</Encrypt 8 0 R>>",
      small));
  EXPECT_FALSE(overpacked_stream(
      stream("/Type/ObjStm" + flate, std::string(3'000, '?')) + "trailer<</Encrypt 8 0 R>>",
      small));
}

TEST(PackedStreams, MakeADocumentBeRefusedBeforeItIsRead) {
  const auto document = import_pdf(
      {"bomb.pdf",
       "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
       "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
       "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>endobj\n" +
           stream(flate, packed(std::string(80U << 20U, ' '))) + "trailer<</Root 1 0 R>>\n"},
      {});
  ASSERT_FALSE(document);
  EXPECT_THAT(in_english(document.error()), testing::HasSubstr("bomb.pdf: the PDF unpacks beyond"));
}

}  // namespace
}  // namespace budgetdiff::import
