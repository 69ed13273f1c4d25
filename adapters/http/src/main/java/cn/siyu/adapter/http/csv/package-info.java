/// CSV files that clients send: received without holding them in memory, their encoding found, read
/// line by line.
///
/// What the columns mean is not known here. A file goes to the disk first, because its encoding and
/// its fingerprint are properties of the whole; memory stays flat whatever its size.
@NullMarked
package cn.siyu.adapter.http.csv;

import org.jspecify.annotations.NullMarked;
