using ContactCenter.WebFunction;

// in Lambda the runtime's loop serves it, elsewhere a web server does
await using var console = ConsoleApplication.Build(Environment.GetEnvironmentVariable);
await console.RunAsync();
