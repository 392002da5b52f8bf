using SiteGen.Templating.Values;

namespace SiteGen.Templating.Running;

/// <summary>Resolves plain names during a render.</summary>
/// <remarks>
/// Looked up in the running function's scope, the <c>with</c> objects from inner to outer, the model, the functions; at
/// each level, the variables of loops opened there come before its members.
/// </remarks>
internal sealed class Variables(FunctionTable functions)
{
    private readonly List<WithLevel> _with = [];
    private readonly LayeredMembers _globals = new();
    private LoopVariable[] _loops = new LoopVariable[16];
    private int _loopCount;

    /// <summary>The scope of the running function, if it has one.</summary>
    public FunctionScope? Scope { get; set; }

    /// <summary>The object that assignments write to, <c>this</c> in templates.</summary>
    public IMembers Current => _with.Count > 0 ? _with[^1].Members : _globals;

    public void Reset(IMembers model)
    {
        _with.Clear();
        Array.Clear(_loops, 0, _loopCount);
        _loopCount = 0;
        Scope = null;
        _globals.Reset(model);
    }

    public bool TryGet(string name, out Value value)
    {
        if ((Scope is not null || _with.Count > 0) && TryGetInner(name, out value))
        {
            return true;
        }

        return (_loopCount > 0 && TryLoop(name, null, out value)) || _globals.TryGet(name, out value) || functions.TryGet(name, out value);
    }

    /// <summary>Finds the innermost loop of a kind: <c>for</c>, <c>while</c> or <c>tablerow</c>.</summary>
    public LoopState? FindLoop(string kind) => TryGet(kind, out var value) ? value.Reference as LoopState : null;

    /// <summary>Assigns a plain name; false if it is read-only.</summary>
    public bool TryAssign(string name, in Value value)
    {
        var scope = FindScope(name);
        if (scope is null && Scope is not null && !IsGlobal(name))
        {
            scope = Scope;
        }

        return scope is null ? TrySet(Current, name, value) : TrySet(scope.Members, name, value);
    }

    /// <summary>Sets a member of an object; false when it is read-only or belongs to the host.</summary>
    public static bool TrySet(IMembers target, string name, in Value value)
    {
        var own = Writable(target);
        if (own is null || own.IsReadOnly(name))
        {
            return false;
        }

        own.Set(name, value);
        return true;
    }

    /// <summary>The part of an object that templates can write; null if it is read-only.</summary>
    public static ObjectValue? Writable(IMembers target) => target switch
    {
        ObjectValue own => own,
        LayeredMembers layered => layered.Own,
        _ => null,
    };

    /// <summary>Makes a name read-only where it is set; false if it is read-only already.</summary>
    public bool TryMarkReadOnly(string name)
    {
        var owner = FindScope(name)?.Members ?? Current;
        if (!owner.TryGet(name, out _) || Writable(owner) is not { } own)
        {
            return true;
        }

        var isNew = !own.IsReadOnly(name);
        own.MarkReadOnly(name);
        return isNew;
    }

    public void PushWith(IMembers members)
    {
        if (Writable(members) is null)
        {
            var layered = new LayeredMembers();
            layered.Reset(members);
            members = layered;
        }

        _with.Add(new WithLevel(members));
    }

    public void PopWith() => _with.RemoveAt(_with.Count - 1);

    /// <summary>Declares a loop variable at the current level; returns its index.</summary>
    public int PushLoop(string name, in Value value)
    {
        if (_loopCount == _loops.Length)
        {
            Array.Resize(ref _loops, _loopCount * 2);
        }

        _loops[_loopCount] = new LoopVariable(name, value, (object?)Scope ?? (_with.Count > 0 ? _with[^1] : null));
        return _loopCount++;
    }

    /// <summary>The index of the next loop variable.</summary>
    public int LoopCount => _loopCount;

    public void SetLoop(int place, in Value value) => _loops[place] = _loops[place] with { Value = value };

    public void PopLoop(int place)
    {
        Array.Clear(_loops, place, _loopCount - place);
        _loopCount = place;
    }

    /// <summary>The names in sight, for suggestions.</summary>
    public IEnumerable<string> Names()
    {
        var names = new List<string>();
        for (var scope = Scope; scope is not null; scope = scope.Parent)
        {
            names.AddRange(scope.Members.Names);
        }

        foreach (var level in _with)
        {
            names.AddRange(level.Members.Names);
        }

        for (var i = 0; i < _loopCount; i++)
        {
            names.Add(_loops[i].Name);
        }

        names.AddRange(_globals.Names);
        return names;
    }

    private bool TryGetInner(string name, out Value value)
    {
        for (var scope = Scope; scope is not null; scope = scope.Parent)
        {
            if (scope.IsActive && (TryLoop(name, scope, out value) || scope.Members.TryGet(name, out value)))
            {
                return true;
            }
        }

        return TryWith(name, out value);
    }

    private bool TryWith(string name, out Value value)
    {
        for (var i = _with.Count - 1; i >= 0; i--)
        {
            if (TryLoop(name, _with[i], out value) || _with[i].Members.TryGet(name, out value))
            {
                return true;
            }
        }

        value = default;
        return false;
    }

    private bool TryLoop(string name, object? level, out Value value)
    {
        for (var i = _loopCount - 1; i >= 0; i--)
        {
            ref readonly var loop = ref _loops[i];
            if (ReferenceEquals(loop.Level, level) && (ReferenceEquals(loop.Name, name) || loop.Name == name))
            {
                value = loop.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    private bool IsGlobal(string name) => TryWith(name, out _) || _globals.TryGet(name, out _);

    private FunctionScope? FindScope(string name)
    {
        for (var scope = Scope; scope is not null; scope = scope.Parent)
        {
            if (scope.IsActive && scope.Members.TryGet(name, out _))
            {
                return scope;
            }
        }

        return null;
    }

    // One object per open level, so that each loop variable can refer to its level.
    private sealed class WithLevel(IMembers members)
    {
        public IMembers Members => members;
    }

    private readonly record struct LoopVariable(string Name, Value Value, object? Level);
}

/// <summary>The variables of one running call of a function with parameters.</summary>
/// <remarks>An anonymous function defined in the call sees it as long as the call runs.</remarks>
internal sealed class FunctionScope(FunctionScope? parent)
{
    public FunctionScope? Parent => parent;

    public ObjectValue Members { get; } = new();

    public bool IsActive { get; set; } = true;
}
