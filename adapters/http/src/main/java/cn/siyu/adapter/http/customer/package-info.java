/// Customers: who they are, what happened with them, how far trust goes and why, their tags and
/// their wishes. Every path below a customer begins by asking whether the key sees it
/// ([CustomerFinder]); what it may not see looks as if it were not there. Names and phone numbers
/// are masked for keys without `customers:pii` ([Masks]).
@NullMarked
package cn.siyu.adapter.http.customer;

import org.jspecify.annotations.NullMarked;
