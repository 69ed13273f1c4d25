/// Errors as the client sees them: problem details of RFC 9457, one catalogue of codes, one
/// exception.
///
/// Everything that goes wrong at the edge is thrown as `ProblemException`, made by `Problems`; what
/// the framework refuses by itself (no route, wrong method, not acceptable) comes out in the same
/// form. No text of a parser, a framework or a database ever reaches a client. Begin with
/// `Problems`.
@NullMarked
package cn.siyu.adapter.http.problem;

import org.jspecify.annotations.NullMarked;
