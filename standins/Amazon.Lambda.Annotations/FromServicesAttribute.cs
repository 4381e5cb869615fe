namespace Amazon.Lambda.Annotations;

/// <summary>The parameter comes from the service provider, in a scope of its own per invocation.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromServicesAttribute : Attribute;
