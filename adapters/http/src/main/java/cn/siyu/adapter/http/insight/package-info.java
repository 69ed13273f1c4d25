/// Facts from outside: interactions, orders and refunds are reported here one by one or in batches,
/// and read again. A report names the customer by an identity and may leave open what the product
/// can find out: the corp of an external user id, the account behind a member's userid.
@NullMarked
package cn.siyu.adapter.http.insight;

import org.jspecify.annotations.NullMarked;
