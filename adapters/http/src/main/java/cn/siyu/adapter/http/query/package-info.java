/// Query parameters, read strictly: an unknown name is refused, because a misspelt filter that is
/// ignored gives the wrong customers. A list declares once, as a `Listing`, how it can be sorted
/// and filtered; `Lists` reads a request against it and cuts the answer into pages with signed
/// cursors.
@NullMarked
package cn.siyu.adapter.http.query;

import org.jspecify.annotations.NullMarked;
