package cn.siyu.application.brand.port;

/// Thrown when two transactions got in each other's way and this one gave way: each waited for rows
/// that the other held, or both brought the same new thing. Nothing of it stands; done again as a
/// whole, it finds what the other left.
public class Raced extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected Raced(String message) {
        super(message);
    }

    public Raced(Throwable cause) {
        super("somebody else changed the same things at the same time", cause);
    }
}
