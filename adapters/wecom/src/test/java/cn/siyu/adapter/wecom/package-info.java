/// Tests of the WeCom channel: against scripted servers for faults, against the real simulator for
/// what works.
@NullMarked
package cn.siyu.adapter.wecom;

import org.jspecify.annotations.NullMarked;
