// SPDX-License-Identifier: EUPL-1.2

#include "cxlsx.h"

#include <stdlib.h>
#include <xlsxwriter.h>

struct cxlsx_book {
    lxw_workbook *workbook;
    lxw_worksheet *sheet;
    lxw_format *head;
    lxw_format *text;
    lxw_format *euros;
};

static const uint8_t a4 = 9;

cxlsx_book *cxlsx_open(const char *path, const char *folder, const char *sheet, const char *title) {
    cxlsx_book *book = calloc(1, sizeof *book);
    if (book == NULL) return NULL;
    lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = (char *)folder};
    book->workbook = workbook_new_opt(path, &options);
    if (book->workbook == NULL) {
        free(book);
        return NULL;
    }
    lxw_doc_properties properties = {.title = (char *)title};
    workbook_set_properties(book->workbook, &properties);
    book->sheet = workbook_add_worksheet(book->workbook, sheet);
    book->head = workbook_add_format(book->workbook);
    book->text = workbook_add_format(book->workbook);
    book->euros = workbook_add_format(book->workbook);
    if (book->sheet == NULL || book->head == NULL || book->text == NULL || book->euros == NULL) {
        workbook_close(book->workbook);
        free(book);
        return NULL;
    }
    format_set_bold(book->head);
    format_set_text_wrap(book->head);
    format_set_align(book->head, LXW_ALIGN_VERTICAL_TOP);
    format_set_bottom(book->head, LXW_BORDER_THIN);
    format_set_text_wrap(book->text);
    format_set_align(book->text, LXW_ALIGN_VERTICAL_TOP);
    format_set_num_format(book->euros, "#,##0.00\\ [$€-407]");
    format_set_align(book->euros, LXW_ALIGN_VERTICAL_TOP);
    worksheet_freeze_panes(book->sheet, 1, 0);
    worksheet_repeat_rows(book->sheet, 0, 0);
    worksheet_set_landscape(book->sheet);
    worksheet_set_paper(book->sheet, a4);
    worksheet_fit_to_pages(book->sheet, 1, 0);
    return book;
}

int cxlsx_set_width(cxlsx_book *book, uint16_t column, double width) {
    return (int)worksheet_set_column(book->sheet, column, column, width, NULL);
}

int cxlsx_write_head(cxlsx_book *book, uint16_t column, const char *text) {
    return (int)worksheet_write_string(book->sheet, 0, column, text, book->head);
}

int cxlsx_write_text(cxlsx_book *book, uint32_t row, uint16_t column, const char *text) {
    return (int)worksheet_write_string(book->sheet, row, column, text, book->text);
}

int cxlsx_write_number(cxlsx_book *book, uint32_t row, uint16_t column, double number) {
    return (int)worksheet_write_number(book->sheet, row, column, number, book->text);
}

int cxlsx_write_euros(cxlsx_book *book, uint32_t row, uint16_t column, double euros) {
    return (int)worksheet_write_number(book->sheet, row, column, euros, book->euros);
}

int cxlsx_close(cxlsx_book *book, uint32_t last_row, uint16_t last_column) {
    if (last_row > 0) worksheet_autofilter(book->sheet, 0, 0, last_row, last_column);
    lxw_error code = workbook_close(book->workbook);
    free(book);
    return (int)code;
}

const char *cxlsx_fault(int code) { return lxw_strerror((lxw_error)code); }
