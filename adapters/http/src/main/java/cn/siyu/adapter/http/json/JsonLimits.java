package cn.siyu.adapter.http.json;

/// What a JSON body may have; told at `/v1/limits`.
public final class JsonLimits {
    /// Bytes of a body.
    public static final int MOST_BYTES = 1_048_576;
    /// Levels of nesting.
    public static final int DEEPEST = JsonReader.DEEPEST;

    private JsonLimits() {}
}
