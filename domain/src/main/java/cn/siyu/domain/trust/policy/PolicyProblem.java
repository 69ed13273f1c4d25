package cn.siyu.domain.trust.policy;

/// What is wrong with a policy, and where.
///
/// @param pointer JSON pointer (RFC 6901) into the record tree, "" for the whole
/// @param detail what was found and what is allowed
public record PolicyProblem(String pointer, String detail) {}
