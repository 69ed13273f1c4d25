package cn.siyu.application.contact.port;

import org.jspecify.annotations.Nullable;

/// Which step of which journey wants a send: inner numbers, which contact only passes on.
///
/// @param wave the wave the step fell due in; null if it stands alone
public record SendOrigin(
        long enrolment,
        long sop,
        long sopVersion,
        int step,
        @Nullable Long wave) {}
