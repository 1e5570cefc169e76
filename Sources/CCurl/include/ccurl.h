// SPDX-License-Identifier: EUPL-1.2
// One connection to a mail server by libcurl. The options of curl are set by a variadic function, which Swift cannot call.
#ifndef CCURL_H
#define CCURL_H

#include <stddef.h>

typedef struct ccurl_smtp ccurl_smtp;

// NULL when there is no memory. Empty texts mean: no such setting. Times are in seconds.
ccurl_smtp *ccurl_smtp_open(const char *url, const char *user, const char *password, const char *authority,
                            int requires_tls, long connect_seconds, long total_seconds);

// 0 when the server has taken the mail, else the code of curl.
int ccurl_smtp_send(ccurl_smtp *connection, const char *sender, const char *recipient, const char *bytes, size_t length);

// What the server last answered, as a number (250, 451 …); 0 when it has not answered at all.
long ccurl_smtp_answer(const ccurl_smtp *connection);

// The same as a line of text, without its end.
const char *ccurl_smtp_words(const ccurl_smtp *connection);

// What curl says went wrong.
const char *ccurl_smtp_fault(const ccurl_smtp *connection);

// Whether the whole text of the last mail had been handed over when it ended.
int ccurl_smtp_is_handed_over(const ccurl_smtp *connection);

void ccurl_smtp_close(ccurl_smtp *connection);

#endif
