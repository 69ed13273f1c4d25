package cn.siyu.adapter.wecom.client;

import java.time.Instant;

/// An access token (access_token) of one app.
///
/// @param usableUntil from here on a new one is fetched
/// @param endsAt from here on the platform refuses it; never earlier than the true end
/// @param generation tells two fetches apart that brought the same value
record Token(String value, Instant usableUntil, Instant endsAt, long generation) {
    @Override
    public String toString() {
        return "Token[endsAt=" + endsAt + ", generation=" + generation + "]";
    }
}
