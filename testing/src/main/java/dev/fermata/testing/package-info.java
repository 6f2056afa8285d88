/**
 * Tests in virtual time: a loop whose clock jumps when it has nothing to do, and JUnit tests that
 * await.
 *
 * <p>With JUnit Jupiter annotate the test class {@link dev.fermata.testing.InVirtualTime}; without
 * it, or by hand, use {@link dev.fermata.testing.VirtualTime}. JUnit is not needed for that.
 *
 * <p>Within: {@code VirtualControl} moves the clock, {@code Limits} interrupts what takes too long,
 * {@code Leftovers} looks for what a test leaves behind, {@code TaskReports} has the words. {@code
 * VirtualTimeExtension} alone knows of JUnit, and what is in {@code internal}.
 */
@NullMarked
package dev.fermata.testing;

import org.jspecify.annotations.NullMarked;
