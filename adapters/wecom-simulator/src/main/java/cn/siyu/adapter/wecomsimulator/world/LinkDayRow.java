package cn.siyu.adapter.wecomsimulator.world;

/// What an acquisition link brought in a day.
///
/// @param day a day as [CorpClock#day] counts it
/// @param clicks how many customers opened it
/// @param added how many customers came by it
public record LinkDayRow(String linkId, int day, int clicks, int added) implements Row {}
