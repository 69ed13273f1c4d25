package cn.siyu.bootstrap.sandbox;

/// A printed code and how many of the visitors use it.
record SandboxLink(String code, int weight) {}
