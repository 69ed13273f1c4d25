package cn.siyu.domain.contact;

import cn.siyu.domain.channel.policy.PolicyStamp;

/// A reason against a contact, with the policy that made it one.
public record Refusal(RefusalReason reason, PolicyStamp policy) {}
