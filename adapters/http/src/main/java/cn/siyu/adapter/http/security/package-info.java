/// Who may call what. `CallerFilter` checks the key, the brand in the path and the scope of the
/// route before a controller runs, in this order: 401, 404, 403. A route says by `@Needs` which
/// scope it needs; one that says nothing and is not among the public paths answers nobody. What of
/// a brand's data a caller sees is the core's business, not this package's.
@NullMarked
package cn.siyu.adapter.http.security;

import org.jspecify.annotations.NullMarked;
