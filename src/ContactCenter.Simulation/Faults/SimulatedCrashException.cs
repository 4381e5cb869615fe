namespace ContactCenter.Simulation.Faults;

/// <summary>The process died, or a service did not answer: whatever was under way ended here.</summary>
public sealed class SimulatedCrashException(string where) : Exception($"simulated crash {where}");
