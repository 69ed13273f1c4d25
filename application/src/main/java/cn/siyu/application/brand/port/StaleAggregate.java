package cn.siyu.application.brand.port;

/// Thrown by a repository when what is to be replaced was changed by somebody else since it was
/// read.
public final class StaleAggregate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param what the kind of thing, for example `material`
    /// @param id its inner number
    public StaleAggregate(String what, long id) {
        super(what + " " + id + " was changed by somebody else");
    }
}
