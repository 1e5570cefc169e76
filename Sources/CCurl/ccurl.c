// SPDX-License-Identifier: EUPL-1.2

#include "ccurl.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

struct ccurl_smtp {
    CURL *handle;
    const char *bytes;
    size_t length;
    size_t position;
    int is_handed_over;
    char words[256];
    char fault[CURL_ERROR_SIZE];
};

static size_t give(char *buffer, size_t size, size_t count, void *context) {
    ccurl_smtp *connection = context;
    size_t room = size * count;
    size_t left = connection->length - connection->position;
    size_t given = left < room ? left : room;
    memcpy(buffer, connection->bytes + connection->position, given);
    connection->position += given;
    if (connection->position == connection->length) connection->is_handed_over = 1;
    return given;
}

static size_t take(char *line, size_t size, size_t count, void *context) {
    ccurl_smtp *connection = context;
    size_t length = size * count;
    // The farewell says nothing about the mail.
    if (length >= 3 && memcmp(line, "221", 3) == 0) return length;
    size_t kept = length < sizeof connection->words - 1 ? length : sizeof connection->words - 1;
    while (kept > 0 && (line[kept - 1] == '\r' || line[kept - 1] == '\n')) kept--;
    memcpy(connection->words, line, kept);
    connection->words[kept] = '\0';
    return length;
}

static size_t ignore(char *bytes, size_t size, size_t count, void *context) {
    (void)bytes;
    (void)context;
    return size * count;
}

ccurl_smtp *ccurl_smtp_open(const char *url, const char *user, const char *password, const char *authority,
                            int requires_tls, long connect_seconds, long total_seconds) {
    ccurl_smtp *connection = calloc(1, sizeof *connection);
    if (connection == NULL) return NULL;
    CURL *handle = curl_easy_init();
    if (handle == NULL) {
        free(connection);
        return NULL;
    }
    connection->handle = handle;
    curl_easy_setopt(handle, CURLOPT_URL, url);
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(handle, CURLOPT_PROXY, "");
    if (*user != '\0') {
        curl_easy_setopt(handle, CURLOPT_USERNAME, user);
        curl_easy_setopt(handle, CURLOPT_PASSWORD, password);
    }
    if (*authority != '\0') curl_easy_setopt(handle, CURLOPT_CAINFO, authority);
    curl_easy_setopt(handle, CURLOPT_USE_SSL, requires_tls ? (long)CURLUSESSL_ALL : (long)CURLUSESSL_TRY);
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, connect_seconds);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, total_seconds);
    curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(handle, CURLOPT_READDATA, connection);
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, take);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, connection);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, ignore);
    curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, connection->fault);
    return connection;
}

int ccurl_smtp_send(ccurl_smtp *connection, const char *sender, const char *recipient, const char *bytes,
                    size_t length) {
    struct curl_slist *recipients = curl_slist_append(NULL, recipient);
    if (recipients == NULL) return CURLE_OUT_OF_MEMORY;
    connection->bytes = bytes;
    connection->length = length;
    connection->position = 0;
    connection->is_handed_over = 0;
    connection->words[0] = '\0';
    connection->fault[0] = '\0';
    curl_easy_setopt(connection->handle, CURLOPT_MAIL_FROM, sender);
    curl_easy_setopt(connection->handle, CURLOPT_MAIL_RCPT, recipients);
    curl_easy_setopt(connection->handle, CURLOPT_INFILESIZE_LARGE, (curl_off_t)length);
    CURLcode code = curl_easy_perform(connection->handle);
    curl_easy_setopt(connection->handle, CURLOPT_MAIL_RCPT, NULL);
    curl_slist_free_all(recipients);
    if (code != CURLE_OK && connection->fault[0] == '\0') {
        strncpy(connection->fault, curl_easy_strerror(code), sizeof connection->fault - 1);
    }
    return (int)code;
}

long ccurl_smtp_answer(const ccurl_smtp *connection) {
    long answer = 0;
    curl_easy_getinfo(connection->handle, CURLINFO_RESPONSE_CODE, &answer);
    return answer;
}

const char *ccurl_smtp_words(const ccurl_smtp *connection) { return connection->words; }

const char *ccurl_smtp_fault(const ccurl_smtp *connection) { return connection->fault; }

int ccurl_smtp_is_handed_over(const ccurl_smtp *connection) { return connection->is_handed_over; }

void ccurl_smtp_close(ccurl_smtp *connection) {
    curl_easy_cleanup(connection->handle);
    free(connection);
}
