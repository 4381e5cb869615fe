namespace Amazon.Lambda.Annotations;

/// <summary>Marks a method as a function: the source generator writes its entry point.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class LambdaFunctionAttribute : Attribute
{
    public string ResourceName { get; set; }

    /// <summary>Seconds. Read by deployment templates, not by the generated code.</summary>
    public uint Timeout { get; set; }

    /// <summary>Megabytes. Read by deployment templates, not by the generated code.</summary>
    public uint MemorySize { get; set; }

    public string Role { get; set; }

    public string Policies { get; set; }
}
