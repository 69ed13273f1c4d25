package cn.siyu.application.insight;

/// What facts from outside do, over whatever ports.
public interface InsightUseCasesContract extends InteractionUseCasesContract, OrderUseCasesContract {}
