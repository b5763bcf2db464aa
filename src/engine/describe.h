// What a renderer is told of a document: facts, slots, headings, findings with their places.
#pragma once

#include "checks/check.h"
#include "diag/report.h"

namespace hegao {

void DescribeFacts(const Document& doc, const Facts& facts, DocumentReport& report);
void DescribeLevel(const CheckInput& input, DocumentReport& report);
void DescribeSlots(const CheckInput& input, DocumentReport& report);
void DescribeHeadings(const CheckInput& input, DocumentReport& report);

/// Sorts the findings and gives each its place, quote, code frame, section path and fingerprint.
void DescribeFindings(const CheckInput& input, std::vector<Finding> findings,
                      DocumentReport& report);

}  // namespace hegao
