package cn.siyu.bootstrap.architecture;

import java.util.List;

/// What was planted against which rule, and what the rule's complaint must name.
enum Plant {
    A_DOMAIN_CLASS_THAT_READS_A_FILE(
            "the_domain_knows_only_itself_and_values_of_the_jdk", "java.nio.file.Path", "cn.siyu.domain.brand.planted"),
    A_DOMAIN_CLASS_THAT_OPENS_A_URL(
            "the_domain_knows_only_itself_and_values_of_the_jdk", "java.net.URL", "cn.siyu.domain.brand.planted"),
    A_USE_CASE_WITH_A_LOGGER(
            "the_application_knows_only_the_domain_itself_and_the_jdk",
            "org.slf4j.Logger",
            "cn.siyu.application.brand.planted"),
    A_BRAND_THAT_KNOWS_TRUST(
            "capabilities_of_the_domain_know_only_those_before_them",
            "cn.siyu.domain.trust.Confidence",
            "cn.siyu.domain.brand.planted"),
    A_CAPABILITY_NOBODY_PLACED(
            "capabilities_of_the_domain_know_only_those_before_them", "no capability", "cn.siyu.domain.planted"),
    A_BRAND_USE_CASE_THAT_KNOWS_THE_ENGINE(
            "capabilities_of_the_application_know_only_those_before_them",
            "cn.siyu.application.engine.RunDueWork",
            "cn.siyu.application.brand.planted"),
    TWO_PACKAGES_THAT_KNOW_EACH_OTHER(
            "packages_of_the_domain_form_no_circles",
            "cn.siyu.domain.planted.egg.Egg",
            "cn.siyu.domain.planted.egg",
            "cn.siyu.domain.planted.hen"),
    HTTP_THAT_READS_TABLES(
            "http_knows_the_core_and_no_other_adapter",
            "cn.siyu.adapter.persistence.Sql",
            "cn.siyu.adapter.http.planted"),
    A_STORE_THAT_KNOWS_WECOM(
            "persistence_knows_the_core_and_no_other_adapter",
            "cn.siyu.adapter.wecom.WeComAdapter",
            "cn.siyu.adapter.persistence.planted"),
    WECOM_THAT_KNOWS_ITS_SIMULATOR(
            "wecom_knows_the_core_and_no_other_adapter",
            "cn.siyu.adapter.wecomsimulator.WeComSimulator",
            "cn.siyu.adapter.wecom.planted"),
    WEB_THAT_KNOWS_TABLES(
            "web_knows_the_core_and_no_other_adapter",
            "cn.siyu.adapter.persistence.Sql",
            "cn.siyu.adapter.web.planted"),
    A_PERSONAL_CHANNEL_THAT_STARTS_A_PROCESS(Plant.HANDS, "java.lang.ProcessBuilder", Plant.ROBOTS),
    A_PERSONAL_CHANNEL_THAT_OPENS_A_SOCKET(Plant.HANDS, "java.net.Socket", Plant.ROBOTS),
    A_PERSONAL_CHANNEL_THAT_MOVES_THE_MOUSE(Plant.HANDS, "java.awt.Robot", Plant.ROBOTS),
    A_PERSONAL_CHANNEL_THAT_ASKS_FOR_ITS_RUNTIME(Plant.HANDS, "java.lang.Runtime", Plant.ROBOTS),
    A_PERSONAL_CHANNEL_THAT_KNOWS_WECOM(Plant.HANDS, "cn.siyu.adapter.wecom.WeComAdapter", Plant.ROBOTS),
    A_SIMULATOR_THAT_KNOWS_THE_DOMAIN(
            "the_simulator_knows_nothing_of_the_product",
            "cn.siyu.domain.brand.BrandId",
            "cn.siyu.adapter.wecomsimulator.planted"),
    AN_ADAPTER_THAT_KNOWS_BOOTSTRAP(
            "nobody_knows_bootstrap", "cn.siyu.bootstrap.Application", "cn.siyu.adapter.wecom.planted"),
    A_CLOCK_FROM_THE_AIR("the_core_takes_no_time_id_or_chance_from_the_air", "Instant.now()", Plant.AIR),
    A_DATE_FROM_THE_AIR("the_core_takes_no_time_id_or_chance_from_the_air", "LocalDate.now(", Plant.AIR),
    A_SOURCE_FROM_THE_AIR("the_core_takes_no_time_id_or_chance_from_the_air", "InstantSource.system()", Plant.AIR),
    NANOSECONDS_FROM_THE_AIR("the_core_takes_no_time_id_or_chance_from_the_air", "System.nanoTime()", Plant.AIR),
    A_ZONE_FROM_THE_AIR("the_core_takes_no_time_id_or_chance_from_the_air", "ZoneId.systemDefault()", Plant.AIR),
    AN_ID_FROM_THE_AIR("the_core_takes_no_time_id_or_chance_from_the_air", "UUID.randomUUID()", Plant.AIR),
    CHANCE_FROM_THE_AIR("the_core_takes_no_time_id_or_chance_from_the_air", "RandomGenerator.getDefault()", Plant.AIR),
    DICE_FROM_THE_AIR("the_core_takes_no_time_id_or_chance_from_the_air", "Random.<init>(", Plant.AIR),
    A_SHUFFLE_FROM_THE_AIR("the_core_takes_no_time_id_or_chance_from_the_air", "Collections.shuffle(", Plant.AIR),
    A_PORT_WITH_A_BODY("ports_are_interfaces_and_values", "AlmostAPort", "cn.siyu.application.planted.port"),
    A_ROW_FOR_EVERYBODY("rows_and_stores_are_package_private", "OpenRow", "cn.siyu.adapter.persistence.planted"),
    A_STORE_FOR_EVERYBODY("rows_and_stores_are_package_private", "OpenStore", "cn.siyu.adapter.persistence.planted"),
    A_DOOR_IN_A_WALL(
            "controllers_live_in_http_and_in_the_wecom_callback", "SideDoor", "cn.siyu.adapter.persistence.planted"),
    A_DRAWER("names_say_what_a_thing_is_for", "BrandHelper", "cn.siyu.domain.brand.planted"),
    A_PACKAGE_OF_DRAWERS("names_say_what_a_thing_is_for", "planted.util.Odds", "cn.siyu.domain.planted.util"),
    A_PACKAGE_THAT_MARKS_NOTHING(
            "every_package_says_that_null_is_marked", "planted.util.Odds", "cn.siyu.domain.planted.util");

    private static final String HANDS = "personal_wechat_knows_the_core_and_nothing_that_could_drive_a_client";
    private static final String ROBOTS = "cn.siyu.adapter.personal.planted";
    private static final String AIR = "cn.siyu.application.brand.planted.air";

    private final String rule;
    private final String proof;
    private final String packages;

    Plant(String rule, String proof, String... packages) {
        this.rule = rule;
        this.proof = proof;
        this.packages = String.join(",", packages);
    }

    String rule() {
        return rule;
    }

    /// What the rule's complaint must contain.
    String proof() {
        return proof;
    }

    List<String> packages() {
        return List.of(packages.split(",", -1));
    }
}
