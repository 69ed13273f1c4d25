package cn.siyu.bootstrap.architecture;

import java.util.List;
import java.util.stream.Stream;

/// Where things live: the only file that spells a package.
final class Places {
    static final String PRODUCT = "cn.siyu";
    static final String DOMAIN = "cn.siyu.domain";
    static final String APPLICATION = "cn.siyu.application";
    static final String PORTS = "cn.siyu.application..port..";

    /// Each package of the domain for itself.
    static final String EACH_OF_THE_DOMAIN = "cn.siyu.domain.(**)";

    static final String HTTP = "cn.siyu.adapter.http";
    static final String PERSISTENCE = "cn.siyu.adapter.persistence";
    static final String WEB = "cn.siyu.adapter.web";
    static final String PERSONAL = "cn.siyu.adapter.personal";
    static final String WECOM = "cn.siyu.adapter.wecom";
    static final String WECOM_CALLBACK = "cn.siyu.adapter.wecom.callback";
    static final String SIMULATOR = "cn.siyu.adapter.wecomsimulator";
    static final String BOOTSTRAP = "cn.siyu.bootstrap";

    /// The capabilities of the domain: each may know those before it.
    static final List<String> DOMAIN_ORDER = List.of(
            "id",
            "brand",
            "channel",
            "customer",
            "trust",
            "content",
            "audience",
            "contact",
            "sop",
            "task",
            "continuity",
            "insight",
            "community",
            "graduation");

    /// The capabilities of the use cases: each may know those before it.
    static final List<String> APPLICATION_ORDER = List.of(
            "brand",
            "channel",
            "customer",
            "trust",
            "content",
            "audience",
            "contact",
            "sop",
            "task",
            "continuity",
            "insight",
            "community",
            "intake",
            "graduation",
            "engine");

    /// What of the JDK the domain may use: values, text, numbers, time as values, hashes. No
    /// threads, files, sockets, reflection, loggers or SQL.
    static final List<String> JDK_OF_VALUES = List.of(
            "java.lang",
            "java.lang.annotation",
            "java.math",
            "java.net",
            "java.nio",
            "java.nio.charset",
            "java.security",
            "java.text",
            "java.time",
            "java.time.chrono",
            "java.time.format",
            "java.time.temporal",
            "java.time.zone",
            "java.util",
            "java.util.function",
            "java.util.random",
            "java.util.regex",
            "java.util.stream",
            "java.util.zip");

    /// Of `java.net` only addresses as values; of `java.nio` only bytes in memory.
    static final List<String> VALUES_OF_NET_AND_NIO = List.of(
            "java.net.URI",
            "java.net.URISyntaxException",
            "java.nio.ByteBuffer",
            "java.nio.ByteOrder",
            "java.nio.CharBuffer",
            "java.nio.LongBuffer");

    /// The same for use cases, and how to take turns: locks and futures.
    static final List<String> JDK_OF_USE_CASES = Stream.concat(
                    JDK_OF_VALUES.stream(),
                    Stream.of("java.util.concurrent", "java.util.concurrent.atomic", "java.util.concurrent.locks"))
            .toList();

    /// What the by-hand channel may use: texts, collections, time as values. Not even the whole of
    /// `java.lang`, which has processes and native code in it.
    static final List<String> JDK_OF_HANDS = List.of(
            "java.lang.annotation",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.math",
            "java.time",
            "java.util",
            "java.util.function",
            "java.util.stream");

    /// Of `java.lang` what is text, number, record, enum or exception.
    static final List<String> LANGUAGE_OF_HANDS = List.of(
            "AssertionError",
            "AutoCloseable",
            "Boolean",
            "CharSequence",
            "Character",
            "Class",
            "Comparable",
            "Double",
            "Enum",
            "Exception",
            "FunctionalInterface",
            "IllegalArgumentException",
            "IllegalStateException",
            "Integer",
            "Iterable",
            "Long",
            "MatchException",
            "Math",
            "NoSuchFieldError",
            "Number",
            "Object",
            "Override",
            "Record",
            "RuntimeException",
            "String",
            "StringBuilder",
            "Throwable",
            "Void");

    static final String JSPECIFY = "org.jspecify.annotations";

    /// What the simulator may use: it stands alone.
    static final List<String> SIMULATOR_LIBRARIES =
            List.of("java..", "javax.crypto..", "io.netty..", "com.fasterxml.jackson..", "org.slf4j..");

    private Places() {}

    /// A package with everything below it.
    static String all(String place) {
        return place + "..";
    }
}
