package cn.siyu.domain.graduation;

/// What a customer was worth lately, beside the brand's other customers who bought (价值层级).
public enum ValueTier {
    /// Among those who bought most (核心).
    CORE,
    /// Those below them (中坚).
    MIDDLE,
    /// Everybody else, whoever bought nothing among them (其他).
    OTHER
}
