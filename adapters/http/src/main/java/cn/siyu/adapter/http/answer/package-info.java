/// How answers are made and writes are carried out. `Representations` gives every JSON answer its
/// ETag, answers 304, and cuts it to `fields`; `Conditions` holds a change to the version its
/// author has seen; `Writes` carries a change out once, in one transaction with the memory of its
/// answer, or tries it without effect.
@NullMarked
package cn.siyu.adapter.http.answer;

import org.jspecify.annotations.NullMarked;
