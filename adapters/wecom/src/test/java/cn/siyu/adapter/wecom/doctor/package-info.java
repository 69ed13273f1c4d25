/// Tests of the check of a corp's configuration.
@NullMarked
package cn.siyu.adapter.wecom.doctor;

import org.jspecify.annotations.NullMarked;
