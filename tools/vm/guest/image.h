/* SPDX-License-Identifier: GPL-2.0 */
// clang-format Language: C
/* A module file in memory: loading, unloading, and giving it another name. */
#ifndef KEEL_GUEST_IMAGE_H
#define KEEL_GUEST_IMAGE_H
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

struct image {
	char *data;
	size_t size;
	char name[64];
};

static void image_fatal(const char *what, const char *path)
{
	fprintf(stderr, "%s %s: %s\n", what, path, strerror(errno));
	exit(2);
}

/* The module's name in memory: the first member of struct module that is an array of characters, in its own section. */
static char *image_name(struct image *image)
{
	Elf64_Ehdr *header = (void *)image->data;
	Elf64_Shdr *section = (void *)(image->data + header->e_shoff);
	const char *names = image->data + section[header->e_shstrndx].sh_offset;
	const size_t offset = sizeof(int) * 2 + sizeof(void *) * 2; /* state, padding, list */

	for (int i = 0; i < header->e_shnum; i++)
		if (!strcmp(names + section[i].sh_name, ".gnu.linkonce.this_module"))
			return image->data + section[i].sh_offset + offset;
	fprintf(stderr, "not a module\n");
	exit(2);
}

static struct image image_read(const char *path)
{
	struct image image = {0};
	struct stat status;
	int fd = open(path, O_RDONLY);

	if (fd < 0 || fstat(fd, &status))
		image_fatal("cannot open", path);
	image.size = (size_t)status.st_size;
	image.data = malloc(image.size);
	if (!image.data || read(fd, image.data, image.size) != (ssize_t)image.size)
		image_fatal("cannot read", path);
	close(fd);
	snprintf(image.name, sizeof(image.name), "%.55s", image_name(&image));
	return image;
}

/* Gives the module another name, so that it can be loaded beside itself. */
static __attribute__((unused)) void image_rename(struct image *image, const char *name)
{
	char *place = image_name(image);

	memset(place, 0, 56);
	snprintf(place, 56, "%s", name);
	snprintf(image->name, sizeof(image->name), "%s", place);
}

static int image_load(const struct image *image, const char *parameters)
{
	return (int)syscall(SYS_init_module, image->data, image->size, parameters);
}

static __attribute__((unused)) int image_unload(const struct image *image)
{
	return (int)syscall(SYS_delete_module, image->name, O_NONBLOCK);
}

/* The parameters of the command line from `argv` on, as one string. */
static const char *image_parameters(char **argv)
{
	static char text[4096];

	for (; *argv; argv++) {
		strncat(text, *argv, sizeof(text) - strlen(text) - 2);
		strcat(text, " ");
	}
	return text;
}
#endif
