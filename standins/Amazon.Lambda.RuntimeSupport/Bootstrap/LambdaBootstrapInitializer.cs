namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Runs once before the first invocation. False ends the loop before it begins.</summary>
public delegate Task<bool> LambdaBootstrapInitializer();
