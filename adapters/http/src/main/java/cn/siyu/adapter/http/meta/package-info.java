/// What the API says about itself: its document (OpenAPI 3.1) and the pages to browse it, its
/// vocabulary, its limits.
///
/// The document is generated when the module is compiled, from routes, records and their Javadoc;
/// `OpenApiDocument` adds what the code knows only when it runs: which scope a route needs, how a
/// list filters, what a body reader asks for.
@NullMarked
package cn.siyu.adapter.http.meta;

import org.jspecify.annotations.NullMarked;
