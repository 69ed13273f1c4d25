/// Reads JSON bodies into request records, and finds all mistakes of a body at once.
///
/// A request record has a static method `read(Input in)` that asks for its properties one by one;
/// `JsonBody.read` calls it and afterwards refuses the body with every mistake that was met, in
/// document order, each with its JSON Pointer. A record is a plain holder of text and numbers: it
/// must not check anything itself, because after a mistake it is built from stand-ins and thrown
/// away. Begin with `JsonBody` and `Input`.
@NullMarked
package cn.siyu.adapter.http.json;

import org.jspecify.annotations.NullMarked;
