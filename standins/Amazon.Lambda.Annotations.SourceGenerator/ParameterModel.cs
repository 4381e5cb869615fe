namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <param name="Name">As a C# identifier.</param>
/// <param name="Type">In full.</param>
/// <param name="Kind">Where its value comes from.</param>
internal sealed record ParameterModel(string Name, string Type, ParameterKind Kind);
