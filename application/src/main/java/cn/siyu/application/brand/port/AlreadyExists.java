package cn.siyu.application.brand.port;

/// Thrown by a repository when a key that must be unique is taken.
public final class AlreadyExists extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;

    private final String key;

    /// @param what the kind of key, for example `slug`
    /// @param key the value that is taken
    public AlreadyExists(String what, String key) {
        super(what + " '" + key + "' is taken");
        this.what = what;
        this.key = key;
    }

    /// The kind of key.
    public String what() {
        return what;
    }

    /// The value that is taken.
    public String key() {
        return key;
    }
}
