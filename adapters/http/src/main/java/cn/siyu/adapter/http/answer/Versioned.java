package cn.siyu.adapter.http.answer;

/// A resource that counts its changes; its ETag begins with the count.
public interface Versioned {
    /// How often it has changed, from 1.
    int version();
}
