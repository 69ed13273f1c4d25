/// Who is one person (身份合并): identities, what was observed or said to join them, what people
/// decided, and the customers that follow. The whole is a pure function of these facts: it doesn't
/// matter in which order they came.
@NullMarked
package cn.siyu.domain.customer.identity;

import org.jspecify.annotations.NullMarked;
