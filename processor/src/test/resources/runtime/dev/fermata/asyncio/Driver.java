package dev.fermata.asyncio;

public final class Driver {}
