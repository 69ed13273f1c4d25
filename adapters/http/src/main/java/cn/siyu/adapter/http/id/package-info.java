/// How clients see ids: a prefix that tells the kind of resource, an underscore, and 26 characters
/// of lower-case Crockford base32 over the UUID. Only this package knows the prefixes; inside the
/// product an id is a `PublicId`. A caller may also name a thing by its own key, as
/// `ext:{source}:{key}`. Begin with `IdType`.
@NullMarked
package cn.siyu.adapter.http.id;

import org.jspecify.annotations.NullMarked;
