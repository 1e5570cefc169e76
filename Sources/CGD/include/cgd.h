// SPDX-License-Identifier: EUPL-1.2

// The little of libgd that Interchange needs: to draw a picture anew, so that nothing of the file that came is left but
// what can be seen.
#ifndef CGD_H
#define CGD_H

enum cgd_format { CGD_PNG = 1, CGD_JPEG = 2, CGD_WEBP = 3 };
enum cgd_result { CGD_DONE = 0, CGD_UNREADABLE = 1, CGD_OUT_OF_MEMORY = 2 };

struct cgd_picture {
    unsigned char *bytes;
    int length;
    int width;
    int height;
};

/// Reads a picture and writes it in the same format, upright and not larger than wanted.
///
/// orientation: as Exif numbers it, 1 for upright
/// longest_side: in pixels
enum cgd_result cgd_redraw(enum cgd_format format, const unsigned char *bytes, int length, int orientation,
                           int longest_side, struct cgd_picture *picture);

void cgd_release(struct cgd_picture *picture);

#endif
