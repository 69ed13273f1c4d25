package cn.siyu.application.planted.port;

/// Planted: a class to inherit from, where only promises belong.
public abstract class AlmostAPort {
    public abstract long next();
}
