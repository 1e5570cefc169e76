// SPDX-License-Identifier: EUPL-1.2

#include "cgd.h"

#include <gd.h>
#include <stdarg.h>
#include <stddef.h>

static void say_nothing(int priority, const char *format, va_list arguments) {
    (void)priority;
    (void)format;
    (void)arguments;
}

// Set before anything runs, since libgd keeps it for the whole program.
__attribute__((constructor)) static void be_quiet(void) { gdSetErrorMethod(say_nothing); }

static gdImagePtr read_picture(enum cgd_format format, const unsigned char *bytes, int length) {
    void *data = (void *)bytes;
    switch (format) {
        case CGD_PNG: return gdImageCreateFromPngPtr(length, data);
        case CGD_JPEG: return gdImageCreateFromJpegPtrEx(length, data, 1);
        case CGD_WEBP: return gdImageCreateFromWebpPtr(length, data);
    }
    return NULL;
}

static void *write_picture(enum cgd_format format, gdImagePtr image, int *length) {
    switch (format) {
        case CGD_PNG: return gdImagePngPtrEx(image, length, 6);
        case CGD_JPEG: return gdImageJpegPtr(image, length, 85);
        case CGD_WEBP: return gdImageWebpPtrEx(image, length, 85);
    }
    return NULL;
}

static gdImagePtr blank(int width, int height) {
    gdImagePtr image = gdImageCreateTrueColor(width, height);
    if (image == NULL) return NULL;
    gdImageAlphaBlending(image, 0);
    gdImageSaveAlpha(image, 1);
    return image;
}

static gdImagePtr scaled(gdImagePtr image, int longest_side) {
    int width = gdImageSX(image), height = gdImageSY(image);
    int longest = width > height ? width : height;
    if (longest <= longest_side) return image;
    int new_width = (int)((long long)width * longest_side / longest);
    int new_height = (int)((long long)height * longest_side / longest);
    if (new_width < 1) new_width = 1;
    if (new_height < 1) new_height = 1;
    gdImagePtr smaller = blank(new_width, new_height);
    if (smaller != NULL) gdImageCopyResampled(smaller, image, 0, 0, 0, 0, new_width, new_height, width, height);
    gdImageDestroy(image);
    return smaller;
}

// Where a point of the upright picture lies in the picture as the camera kept it.
static int source_pixel(gdImagePtr image, int orientation, int x, int y) {
    int right = gdImageSX(image) - 1, bottom = gdImageSY(image) - 1;
    switch (orientation) {
        case 2: return gdImageTrueColorPixel(image, right - x, y);
        case 3: return gdImageTrueColorPixel(image, right - x, bottom - y);
        case 4: return gdImageTrueColorPixel(image, x, bottom - y);
        case 5: return gdImageTrueColorPixel(image, y, x);
        case 6: return gdImageTrueColorPixel(image, y, bottom - x);
        case 7: return gdImageTrueColorPixel(image, right - y, bottom - x);
        case 8: return gdImageTrueColorPixel(image, right - y, x);
        default: return gdImageTrueColorPixel(image, x, y);
    }
}

static gdImagePtr upright(gdImagePtr image, int orientation) {
    if (orientation < 2 || orientation > 8) return image;
    int is_turned = orientation > 4;
    gdImagePtr turned = is_turned ? blank(gdImageSY(image), gdImageSX(image)) : blank(gdImageSX(image), gdImageSY(image));
    if (turned != NULL) {
        for (int y = 0; y < gdImageSY(turned); y++)
            for (int x = 0; x < gdImageSX(turned); x++)
                gdImageTrueColorPixel(turned, x, y) = source_pixel(image, orientation, x, y);
    }
    gdImageDestroy(image);
    return turned;
}

enum cgd_result cgd_redraw(enum cgd_format format, const unsigned char *bytes, int length, int orientation,
                           int longest_side, struct cgd_picture *picture) {
    gdImagePtr image = read_picture(format, bytes, length);
    if (image == NULL) return CGD_UNREADABLE;
    if (!gdImageTrueColor(image) && !gdImagePaletteToTrueColor(image)) {
        gdImageDestroy(image);
        return CGD_OUT_OF_MEMORY;
    }
    image = scaled(image, longest_side);
    if (image != NULL) image = upright(image, orientation);
    if (image == NULL) return CGD_OUT_OF_MEMORY;
    gdImageAlphaBlending(image, 0);
    gdImageSaveAlpha(image, 1);
    picture->width = gdImageSX(image);
    picture->height = gdImageSY(image);
    picture->bytes = write_picture(format, image, &picture->length);
    gdImageDestroy(image);
    return picture->bytes == NULL ? CGD_OUT_OF_MEMORY : CGD_DONE;
}

void cgd_release(struct cgd_picture *picture) {
    if (picture->bytes != NULL) gdFree(picture->bytes);
    picture->bytes = NULL;
}
