// SPDX-License-Identifier: EUPL-1.2
// One sheet of an Excel workbook by libxlsxwriter, row by row in constant memory. Its options are structs with bit fields
// and macros, which Swift cannot fill.
#ifndef CXLSX_H
#define CXLSX_H

#include <stdint.h>

typedef struct cxlsx_book cxlsx_book;

// NULL when there is no memory. The folder is where rows wait until the book is closed.
cxlsx_book *cxlsx_open(const char *path, const char *folder, const char *sheet, const char *title);

// The width is in characters. 0 when all is well, else the code of libxlsxwriter; so with all that follow.
int cxlsx_set_width(cxlsx_book *book, uint16_t column, double width);

// Texts are never taken for formulas. Rows come in their order, and cells of a row in theirs.
int cxlsx_write_head(cxlsx_book *book, uint16_t column, const char *text);
int cxlsx_write_text(cxlsx_book *book, uint32_t row, uint16_t column, const char *text);
int cxlsx_write_number(cxlsx_book *book, uint32_t row, uint16_t column, double number);
// With two decimals and the sign of the euro.
int cxlsx_write_euros(cxlsx_book *book, uint32_t row, uint16_t column, double euros);

// Writes the file and frees the book.
int cxlsx_close(cxlsx_book *book, uint32_t last_row, uint16_t last_column);

// What a code means.
const char *cxlsx_fault(int code);

#endif
