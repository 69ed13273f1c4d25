/// Who the customers are (客户): one person with however many identities, and that person's
/// relationships (跟进关系) with the brand's accounts; tags, consents and opt-outs.
///
/// Start with [Customer] and [Relationship]. Lifecycle stages are in the package below; trust has a
/// package of its own.
@NullMarked
package cn.siyu.domain.customer;

import org.jspecify.annotations.NullMarked;
