/// A stand-in for the WeCom server: the same wire, with a ledger of its own.
@NullMarked
package cn.siyu.adapter.wecomsimulator;

import org.jspecify.annotations.NullMarked;
