package cn.siyu.application.brand.planted;

import org.slf4j.Logger;

/// Planted: a use case with somebody's logger in it.
record Logs(Logger logger) {}
