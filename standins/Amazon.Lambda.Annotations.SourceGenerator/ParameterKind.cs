namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Where the value of a function's parameter comes from.</summary>
internal enum ParameterKind
{
    Event,
    Context,
    Service,
}
