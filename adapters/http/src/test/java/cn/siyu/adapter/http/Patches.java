package cn.siyu.adapter.http;

import cn.siyu.adapter.http.Api.Answer;

/// Changes of configuration, for tests.
public final class Patches {
    private Patches() {}

    /// Sends a merge patch by somebody who has seen a version.
    public static Answer patch(String path, String body, String version) {
        return Api.send(
                "PATCH", path, body, "Content-Type", "application/merge-patch+json", "If-Match", "\"" + version + "\"");
    }

    /// Sends a merge patch by somebody who does not say what they have seen.
    public static Answer blindly(String path, String body) {
        return Api.send("PATCH", path, body, "Content-Type", "application/merge-patch+json");
    }

    /// Archives something whose version somebody has seen.
    public static Answer delete(String path, String version) {
        return Api.send("DELETE", path, null, "If-Match", "\"" + version + "\"");
    }
}
