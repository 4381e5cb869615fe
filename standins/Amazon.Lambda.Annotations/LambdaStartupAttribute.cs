namespace Amazon.Lambda.Annotations;

/// <summary>Marks the one class whose <c>ConfigureServices(IServiceCollection)</c> registers what functions are given.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class LambdaStartupAttribute : Attribute;
